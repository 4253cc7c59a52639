/* The variants of checksheet new. */
#ifndef CMD_NEW_NEW_H
#define CMD_NEW_NEW_H

#include "cmd/steps.h"
#include "scaffold/scaffold.h"

/* --update: adds missing questions; with source profiles, answers open ones. */
enum exit_code new_update(struct run *run, const char *path);

/* --from-edition: carries the answers over to another edition of the catalog. */
enum exit_code new_upgrade(struct run *run, const char *path, const char *from);

/* From now on comments are written in the language of a profile, unless --lang names another one: a file is the same on
 * every terminal. */
void new_speak(struct run *run, enum cs_language language);

/* A catalog made from a customer's form (-c FORM.xlsx), or the one that it is recognised as; not written to a file
 * yet. */
struct new_form {
    const struct cs_catalog *catalog;
    cs_text yaml;                         /* of a catalog that was made; empty if a known one was recognised */
    cs_text path;                         /* where it will be written */
    bool is_there;                        /* this exact file exists already */
    bool is_doubtful;                     /* something in the form was not recognised, which was reported */
    struct cs_scaffold_products products; /* that it has columns for; the names are to be freed */
};

/* True for a word that is the path of a form. */
bool new_is_form(const char *word);

/* Reads a form. False after reporting, with *code set. */
bool new_read_form(struct run *run, const char *word, const char *profile, struct new_form *form, enum exit_code *code);

/* Writes the catalog that was made, and reports it; true if there is nothing to write. */
bool new_write_form(struct run *run, const struct new_form *form);

/* Writes FILE with answers and proposals from other profiles (-p). */
enum exit_code new_from_profiles(struct run *run, const char *path, const struct cs_catalog *catalog,
                                 const struct new_form *form);

#endif
