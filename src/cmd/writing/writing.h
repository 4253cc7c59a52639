/* What a run may write over: never what it reads, a file of ours or a new one, and nothing twice. */
#ifndef CMD_WRITING_H
#define CMD_WRITING_H

#include "cmd/files.h"

/* What may stand where a file is to be written: nothing, or a file that looks like one of ours; --force lifts both. */
enum overwrite { OVER_NOTHING, OVER_OWN };

/* False, and reported, when the path may not be written to whatever the bytes are: it leads to a file that the job has
 * read, the standard input's included, to one that this run has written, to nowhere through a link, or to a file that
 * is read-only; or it is there, and over is NOTHING. A device or a pipe may always be written to. */
bool writing_is_allowed(struct run *run, const char *path, enum overwrite over);

/* False, and reported, when two of the paths lead to one file, be it there already or not, so that one output would take the
 * place of another. Asked before the first of them is written. */
bool writing_are_apart(struct run *run, const char **paths, size_t count);

/* True for two paths that lead to one regular file. */
bool writing_is_one_file(const char *a, const char *b);

/* False, and reported, when one of the outputs leads to one of the inputs. */
bool writing_spares(struct run *run, const struct paths *inputs, const struct paths *outputs);

/* Makes a folder, and those that it is to be in, where they are not there; *made: it was not. False, and reported, when it
 * cannot be, or is no folder that can be written to. */
bool writing_folder(struct run *run, const char *folder, bool *made);

/* Writes a file under that rule, whole or not at all. False, and reported, when it may not or cannot be. */
bool writing_file(struct run *run, const char *path, cs_text bytes, enum overwrite over);

/* Prints bytes on stdout: a text for people, or what could as well be in a file. */
void writing_stdout(struct run *run, cs_text bytes, bool is_text);

/* A line on stderr about the file that was last given to writing_file, unless the user asked for quiet. */
void writing_say(struct run *run, cs_text line);

/* From now on these three only look whether a file may be written, and keep what was to be, so that of several outputs none
 * is written where one is refused. */
void writing_keep(struct run *run);

/* The bytes that are kept for a path; false when there are none. They live until writing_all. */
bool writing_kept(const struct run *run, const char *path, cs_text *bytes);

/* Writes what was kept, in order. False, and reported, at the first file that could not be written. */
bool writing_all(struct run *run);

/* Puts other bytes in the place of a file that the job has read, unless it has changed since then. */
bool writing_edit(struct run *run, const struct cs_source *source, cs_text bytes);

/* The folder for temporary files: TMPDIR, else the system's, else the one that the program works in. False, and reported,
 * when none can be made there. */
const char *writing_temporary(const struct run *run);
bool writing_has_temporary(struct run *run);

/* Forgets what was written. */
void writing_end(struct run *run);

#endif
