/* Which files a run may overwrite: only files of ours or new ones, never its inputs, and nothing twice. */
#ifndef CMD_WRITING_H
#define CMD_WRITING_H

#include "cmd/files.h"

/* What may be overwritten: nothing, or a file that looks like one of ours; --force lifts both restrictions. */
enum overwrite { OVER_NOTHING, OVER_OWN };

/* False, and reported, if the path must not be written to, whatever the content: it is a file that the job has read,
 * including the standard input's, one that this run has written, a dangling link, or a read-only file; or it exists,
 * and `over` is NOTHING. Devices and pipes may always be written to. */
bool writing_is_allowed(struct run *run, const char *path, enum overwrite over);

/* False, and reported, if two of the paths are the same file, existing or not, so that one output would replace
 * another. To be called before the first one is written. */
bool writing_are_apart(struct run *run, const char **paths, size_t count);

/* True if two paths are the same regular file. */
bool writing_is_one_file(const char *a, const char *b);

/* False, and reported, if one of the outputs is one of the inputs. */
bool writing_spares(struct run *run, const struct paths *inputs, const struct paths *outputs);

/* Creates a folder with its parents, if it does not exist; *made: it did not. False, and reported, if it cannot be
 * created, or is not a writable folder. */
bool writing_folder(struct run *run, const char *folder, bool *made);

/* Writes a file under these rules, completely or not at all. False, and reported, if it must not or cannot be written. */
bool writing_file(struct run *run, const char *path, cs_text bytes, enum overwrite over);

/* The same for a new file that its owner alone may read. */
bool writing_secret_file(struct run *run, const char *path, cs_text bytes);

/* Prints bytes on stdout: a text for people, or what could also be written to a file. */
void writing_stdout(struct run *run, cs_text bytes, bool is_text);

/* Prints a line on stderr about the last file given to writing_file, unless --quiet was given. */
void writing_say(struct run *run, cs_text line);

/* Makes these three functions only check whether a file may be written, and keep the output, so that of several files none
 * is written if one is refused. */
void writing_keep(struct run *run);

/* The bytes kept for a path; false if there are none. They live until writing_all. */
bool writing_kept(const struct run *run, const char *path, cs_text *bytes);

/* Writes what was kept, in order. Stops at the first file that cannot be written: false, and reported. */
bool writing_all(struct run *run);

/* Replaces the content of a file that the job has read, unless it has changed since. */
bool writing_edit(struct run *run, const struct cs_source *source, cs_text bytes);

/* The folder for temporary files: TMPDIR, else the system's, else the working directory. False, and reported, if none
 * can be created there. */
const char *writing_temporary(const struct run *run);
bool writing_has_temporary(struct run *run);

/* Forgets which files were written. */
void writing_end(struct run *run);

#endif
