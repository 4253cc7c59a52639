/* The ways of checksheet new. */
#ifndef CMD_NEW_NEW_H
#define CMD_NEW_NEW_H

#include "cmd/steps.h"
#include "scaffold/scaffold.h"

/* --update: adds what a profile lacks; with profiles to begin from, answers what is open and known. */
enum exit_code new_update(struct run *run, const char *path);

/* --from-edition: carries the answers over to another edition of the catalog. */
enum exit_code new_upgrade(struct run *run, const char *path, const char *from);

/* A catalog made of a customer's form (-c FORM.xlsx), or the one that it turns out to ask: found without being written
 * anywhere. */
struct new_form {
    const struct cs_catalog *catalog;
    cs_text yaml;     /* of a catalog that was made; empty where a known one is asked */
    cs_text path;     /* where it is to be written */
    bool is_there;    /* this very file is there already */
    bool is_doubtful; /* something of the form was not understood, which was said */
};

/* True for a word that names such a form. */
bool new_is_form(const char *word);

/* Reads a form. False after it was reported, *code set. */
bool new_read_form(struct run *run, const char *word, const char *profile, struct new_form *form, enum exit_code *code);

/* Writes the catalog that was made, and says so; true where there is nothing to write. */
bool new_write_form(struct run *run, const struct new_form *form);

/* Where the profile's answers and proposals come from (-p): FILE from profiles. */
enum exit_code new_from_profiles(struct run *run, const char *path, const struct cs_catalog *catalog,
                                 const struct new_form *form);

#endif
