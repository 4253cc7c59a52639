/* The least that reading YAML with libyaml can be: its event loop over a file. */
#ifndef TESTS_BENCH_EVENTS_H
#define TESTS_BENCH_EVENTS_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static inline void run_events(const char *path)
{
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    if (!file || !yaml_parser_initialize(&parser)) {
        perror(path);
        exit(1);
    }
    yaml_parser_set_input_file(&parser, file);
    for (bool more = true; more;) {
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s: %s\n", path, parser.problem);
            exit(1);
        }
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
}

#endif
