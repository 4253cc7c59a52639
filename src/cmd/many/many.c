/* See many.h. */
#include "cmd/many/many.h"
#include "cmd/memory.h"
#include "cmd/shelf.h"
#include "cmd/threads.h"
#include "cmd/many/workers.h"
#include "cmd/writing/writing.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Consecutive tasks in one folder. */
struct group {
    struct catalog_shelf *shelf; /* with the catalogs near them; NULL before the first and after the last of them */
    size_t left;                 /* tasks not done yet */
};

struct crowd {
    struct run *run;
    const struct many *many;
    struct lock *lock; /* protects the groups */
    struct cs_gate gate;
    struct group *groups;
    size_t *group_of;
    struct output_kept kept[WORK_AHEAD];
    enum exit_code codes[WORK_AHEAD], worst;
};

static size_t folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* True if two tasks are in the same folders. */
static bool are_together(const struct many *many, size_t a, size_t b)
{
    for (int n = 0;; n++) {
        const char *left = many->path(many->context, a, n), *right = many->path(many->context, b, n);
        if (!left || !right)
            return !left && !right;
        size_t size = folder_size(left);
        if (size != folder_size(right) || memcmp(left, right, size) != 0)
            return false;
    }
}

static void make_groups(struct crowd *crowd)
{
    const struct many *many = crowd->many;
    size_t count = 0;
    crowd->groups = memory_zeroed(many->count, sizeof *crowd->groups);
    crowd->group_of = memory_zeroed(many->count, sizeof *crowd->group_of);
    for (size_t i = 0; i < many->count; i++) {
        count += i == 0 || !are_together(many, i - 1, i);
        crowd->group_of[i] = count - 1;
        crowd->groups[count - 1].left++;
    }
}

static void look_near(struct run *run, const struct many *many, size_t index)
{
    const char *path;
    for (int n = 0; (path = many->path(many->context, index, n)); n++)
        shelf_look_near(run, path);
}

/* The first task of a group makes the shelf for all of them. */
static void join_group(struct crowd *crowd, struct run *run, size_t index)
{
    struct group *group = &crowd->groups[crowd->group_of[index]];
    lock_enter(crowd->lock);
    if (!group->shelf) {
        group->shelf = run->shelf = shelf_upon(crowd->run->shelf);
        look_near(run, crowd->many, index);
    }
    run->shelf = group->shelf;
    run->catalogs = shelf_catalogs(run);
    lock_leave(crowd->lock);
}

static void leave_group(struct crowd *crowd, size_t index)
{
    struct group *group = &crowd->groups[crowd->group_of[index]];
    lock_enter(crowd->lock);
    if (--group->left == 0) {
        shelf_free(group->shelf);
        group->shelf = NULL;
    }
    lock_leave(crowd->lock);
}

static void do_one(void *context, struct cs_job *job, size_t index)
{
    struct crowd *crowd = context;
    struct request request = *crowd->run->request;
    struct run run = *crowd->run;
    run.job = cs_job_fork(job);
    run.request = &request;
    run.gate = &crowd->gate;
    run.written = NULL;
    run.told = (struct paths){0};
    if (!run.job)
        output_no_memory();
    output_keep(&crowd->kept[index % WORK_AHEAD]);
    join_group(crowd, &run, index);
    crowd->codes[index % WORK_AHEAD] = crowd->many->one(crowd->many->context, &run, index);
    output_keep(NULL);
    writing_end(&run);
    paths_free(run.told.at);
    cs_job_free(run.job);
    leave_group(crowd, index);
}

static void show_one(void *context, size_t index)
{
    struct crowd *crowd = context;
    enum exit_code code = crowd->codes[index % WORK_AHEAD];
    output_give(&crowd->kept[index % WORK_AHEAD]);
    crowd->many->in_order(crowd->many->context, crowd->run, index, code);
    crowd->worst = code > crowd->worst ? code : crowd->worst;
}

static void enter_gate(void *context)
{
    lock_enter(context);
}

static void leave_gate(void *context)
{
    lock_leave(context);
}

/* A catalog given by path is added to the shelf for all tasks; one given by id may be found beside each. */
static bool has_catalog(struct run *run, const struct many *many, enum exit_code *code)
{
    const char *word = run->request->value[OPTION_CATALOG];
    if (!word)
        return true;
    if (shelf_is_path(word))
        return shelf_catalog(run, word, code);
    struct run as = *run;
    as.shelf = shelf_upon(run->shelf);
    as.catalogs = shelf_catalogs(&as);
    for (size_t i = 0; i < many->count; i++)
        if (i == 0 || !are_together(many, i - 1, i))
            look_near(&as, many, i);
    bool found = shelf_catalog(&as, word, code);
    shelf_free(as.shelf);
    return found;
}

enum exit_code many_run(struct run *run, const struct many *many)
{
    struct crowd crowd = {.run = run, .many = many};
    const struct work work = {many->count, do_one, show_one, &crowd};
    enum exit_code code;
    sigset_t before;
    if (!has_catalog(run, many, &code))
        return code;
    crowd.lock = lock_new();
    crowd.gate = (struct cs_gate){enter_gate, leave_gate, lock_new()};
    make_groups(&crowd);
    output_hold(&before); /* files are written in every thread */
    int signal = workers_run(run, &work);
    output_let_go(&before);
    if (signal)
        raise(signal); /* a SIGPIPE was pending in a thread that has ended */
    free(crowd.groups);
    free(crowd.group_of);
    lock_free(crowd.gate.context);
    lock_free(crowd.lock);
    return crowd.worst;
}
