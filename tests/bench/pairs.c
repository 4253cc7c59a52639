/* pairs ROUNDS NAME BASE COMMAND... [-- NAME BASE COMMAND...]...
 *
 * Runs the commands in turn, ROUNDS times, so that a disturbance of the machine meets all of them alike. Prints a line a
 * command: name, median of the ratios of its wall time to that of the command named BASE in the same round, least wall
 * time in ms, least CPU time (user and system) in ms, peak memory in KiB, least number of page faults. A command that
 * fails ends it all. */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 64, MOST_ROUNDS = 101 };

struct command {
    const char *name, *base;
    char **words;
    double wall[MOST_ROUNDS]; /* in ms */
    double cpu;
    long peak, faults;
};

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static double in_ms(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void start(const struct command *command)
{
    int nothing = open("/dev/null", O_WRONLY);
    if (nothing < 0 || dup2(nothing, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0)
        _exit(126);
    execv(command->words[0], command->words);
    _exit(127);
}

static void run(struct command *command, int round)
{
    struct rusage used;
    int status;
    double begun = now();
    pid_t child = fork();
    if (child == 0)
        start(command);
    if (child < 0 || wait4(child, &status, 0, &used) != child)
        fail(command->name);
    command->wall[round] = now() - begun;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "pairs: %s failed\n", command->name);
        exit(1);
    }
    double cpu = in_ms(used.ru_utime) + in_ms(used.ru_stime);
    command->cpu = round == 0 || cpu < command->cpu ? cpu : command->cpu;
    command->faults = round == 0 || used.ru_minflt < command->faults ? used.ru_minflt : command->faults;
    command->peak = used.ru_maxrss > command->peak ? used.ru_maxrss : command->peak;
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static const struct command *find(const struct command *commands, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    fprintf(stderr, "pairs: no command is called %s\n", name);
    exit(2);
}

static void print(const struct command *command, const struct command *base, int rounds)
{
    double ratios[MOST_ROUNDS], least = command->wall[0];
    for (int i = 0; i < rounds; i++) {
        ratios[i] = command->wall[i] / base->wall[i];
        least = command->wall[i] < least ? command->wall[i] : least;
    }
    qsort(ratios, (size_t)rounds, sizeof *ratios, compare);
    printf("%s %.3f %.3f %.3f %ld %ld\n", command->name, ratios[rounds / 2], least, command->cpu, command->peak,
           command->faults);
}

/* The commands of the command line, whose "--" become ends of argument lists. */
static int take_commands(struct command *commands, int count, char **arguments)
{
    int found = 0, i = 2;
    while (i + 2 < count && found < MOST_COMMANDS) {
        struct command *command = &commands[found++];
        *command = (struct command){.name = arguments[i], .base = arguments[i + 1], .words = &arguments[i + 2]};
        while (i < count && strcmp(arguments[i], "--") != 0)
            i++;
        arguments[i++] = NULL;
    }
    return found;
}

int main(int count, char **arguments)
{
    static struct command commands[MOST_COMMANDS];
    int rounds = count > 1 ? atoi(arguments[1]) : 0;
    if (rounds < 1 || rounds > MOST_ROUNDS || count < 5) {
        fputs("usage: pairs ROUNDS NAME BASE COMMAND... [-- NAME BASE COMMAND...]...\n", stderr);
        return 2;
    }
    int found = take_commands(commands, count, arguments);
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < found; i++)
            run(&commands[i], round);
    for (int i = 0; i < found; i++)
        print(&commands[i], find(commands, found, commands[i].base), rounds);
    return 0;
}
