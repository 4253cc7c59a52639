# checksheet: build, test, install. `make help` lists the targets.

MAKEFLAGS += --no-print-directory
VERSION = 0.2.0
RELEASED = 2026-11-29
PREFIX ?= /usr/local
BUILD ?= build
CC ?= cc
QUESTIONS ?= tests/match/wordings.tsv tests/match/elsewhere.tsv
CFLAGS ?= -O2 -g
PKG_CONFIG ?= pkg-config

LIBRARIES = yaml-0.1 xlsxwriter jansson libzip zlib expat libmd
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wundef -Werror
ALL_CFLAGS = -std=c17 -D_XOPEN_SOURCE=700 -DCS_VERSION='"$(VERSION)"' -Iinclude -Isrc -I$(BUILD) $(WARNINGS) \
	$(LIBRARY_CFLAGS) $(CFLAGS) $(SANITIZE)
ALL_LIBS = $(LIBRARY_LIBS) $(SANITIZE) $(LDFLAGS)

# What a command says, asked when it is needed for the first time, and not for each file.
once = $(if $(filter undefined,$(origin said_$1)),$(eval said_$1 := $(shell $2)))$(said_$1)

# With STATIC the libraries are those that `make static` has made, and the program takes all of them along.
ifdef STATIC
ARCHIVES = yaml xlsxwriter minizip jansson zip z expat md unistring
LIBRARY_CFLAGS = -isystem $(BUILD)/libraries/include
LIBRARY_LIBS = $(ARCHIVES:%=$(BUILD)/libraries/lib/lib%.a)
PROGRAM_LDFLAGS = -static -s
else
LIBRARY_CFLAGS = $(call once,LIBRARY_CFLAGS,$(PKG_CONFIG) --cflags $(LIBRARIES) 2>/dev/null)
LIBRARY_LIBS = $(call once,LIBRARY_LIBS,$(PKG_CONFIG) --libs $(LIBRARIES) 2>/dev/null) -lunistring
endif
TEST_LIBS = $(call once,TEST_LIBS,$(PKG_CONFIG) --libs cmocka)

ROOMS = base model package yaml match wording load check check/claims derive read import import/legend import/page import/title fill fill/book emit emit/html emit/xlsx report schema scaffold
LIBRARY_SOURCES := $(sort $(wildcard $(ROOMS:%=src/%/*.c)))
PROGRAM_SOURCES := $(sort $(wildcard src/cmd/*.c src/cmd/*/*.c))
THESAURUS = controls/thesaurus.yaml
CATALOGS := $(filter-out $(THESAURUS),$(sort $(wildcard controls/*.yaml)))
CROSSWALKS := $(sort $(wildcard controls/crosswalk/*.yaml))
PROFILES := $(sort $(wildcard profiles/*.yaml))
LIBRARY_OBJECTS = $(LIBRARY_SOURCES:%.c=$(BUILD)/%.o)
PROGRAM_OBJECTS = $(PROGRAM_SOURCES:%.c=$(BUILD)/%.o)
PROGRAM = $(BUILD)/checksheet
ARCHIVE = $(BUILD)/libchecksheet.a

.DELETE_ON_ERROR:
.PHONY: all deps deps-dev demo dist deb static check check-static quick unit format lint analyze sanitize threads fuzz bench bench-gate match-bench bench-peers manual picture install uninstall clean help FORCE

all: $(PROGRAM)

help:
	@sed -n 's/^#: //p' Makefile

#: make            build the program and the library
#: make deps       install what building and testing need (asks your package manager)
#: make deps-dev   install what format, analyze, bench-gate and static need as well
#: make demo       render the shipped profiles to $(BUILD)/demo
#: make static     build $(BUILD)/static/checksheet, which needs no library of the system (STATIC_SOURCES)
#: make check      run every test
#: make check-static run every test of the program of make static
#: make quick      run the unit tests and the golden cases
#: make sanitize   run every test under AddressSanitizer and UBSan
#: make threads  run what uses several threads under ThreadSanitizer
#: make fuzz       try every input with bytes of all sorts (FUZZERS, SECONDS; clang)
#: make lint       hold the laws of the source: layers, symbols, manual pages
#: make format     lay out the C files by .clang-format (clang-format 14)
#: make analyze    look for faults with clang's analyzer, which must find none
#: make bench      compare speed and memory with floor programs (SIZES)
#: make bench-gate fail when a job takes more instructions than it did (valgrind)
#: make match-bench measure how well questions find their items (QUESTIONS=FILES)
#: make bench-peers compare speed with PyYAML and js-yaml, where they are installed
#: make manual     write the rules into the manual again
#: make picture    draw the pictures in README.md again
#: make dist       make the tarball of what is committed, $(BUILD)/checksheet-VERSION.tar.gz
#: make deb        make the Debian packages of it, in $(BUILD)/deb
#: make install    install program, library, manual (PREFIX, DESTDIR)
#: make uninstall  remove them again

deps:
	@sh .ci/deps

deps-dev: deps
	@sh .ci/deps dev

$(PROGRAM): $(PROGRAM_OBJECTS) $(ARCHIVE) $(BUILD)/program.list
	@echo "  ld $@"
	@$(CC) -o $@ $(PROGRAM_OBJECTS) $(ARCHIVE) $(ALL_LIBS) $(PROGRAM_LDFLAGS) -pthread

# What is built is made of these files and no others: one that was removed leaves it.
$(BUILD)/library.list: FILES = $(LIBRARY_SOURCES)
$(BUILD)/program.list: FILES = $(PROGRAM_SOURCES)
$(BUILD)/builtin.list: FILES = $(CATALOGS) $(CROSSWALKS) $(THESAURUS)
$(BUILD)/%.list: FORCE
	@mkdir -p $(@D)
	@echo $(FILES) | cmp -s - $@ || echo $(FILES) > $@

$(ARCHIVE): $(LIBRARY_OBJECTS) $(BUILD)/library.list
	@rm -f $@
	@echo "  ar $@"
	@$(AR) rcs $@ $(LIBRARY_OBJECTS)

$(BUILD)/%.o: %.c
	@$(info $()  cc $<)[ -d $(@D) ] || mkdir -p $(@D); $(CC) $(ALL_CFLAGS) -MMD -MP -MT $@ -c -o $@ $<

# The catalogs, crosswalks and the thesaurus as C arrays, so that the program needs no file beside it.
$(BUILD)/builtin_catalogs.inc: $(CATALOGS) $(CROSSWALKS) $(THESAURUS) $(BUILD)/builtin.list .ci/embed
	@mkdir -p $(@D)
	@sh .ci/embed builtins $(CATALOGS) > $@
	@sh .ci/embed crosswalks $(CROSSWALKS) >> $@
	@sh .ci/embed thesauri $(THESAURUS) >> $@

# The tables of CP932 and CP1252, by a program that runs here, whatever CC builds for.
BUILD_CC ?= $(CC)

$(BUILD)/charset.inc: .ci/charset.c
	@mkdir -p $(@D)
	@$(BUILD_CC) -o $(BUILD)/charset .ci/charset.c
	@$(BUILD)/charset > $@

$(BUILD)/src/base/charset.o: $(BUILD)/charset.inc
$(BUILD)/src/load/builtin.o: $(BUILD)/builtin_catalogs.inc
.SECONDARY: # what a test is linked from is kept

demo: $(PROGRAM)
	@mkdir -p $(BUILD)/demo
	@for profile in $(PROFILES); do \
	    name=$(BUILD)/demo/$$(basename $$profile .yaml); \
	    $(PROGRAM) render $$profile -o $$name.xlsx -o $$name.csv -o $$name.md || exit 1; \
	done

# --- tests ---

UNIT_PROGRAMS = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(sort $(wildcard tests/unit/test_*.c)))

$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(ARCHIVE)
	@$(info $()  ld $@)$(CC) -o $@ $< $(ARCHIVE) $(TEST_LIBS) $(ALL_LIBS)

unit: $(UNIT_PROGRAMS)

RUN_TESTS = BUILD=$(BUILD) CC="$(CC)" MAKE="$(MAKE)" SANITIZE="$(SANITIZE)" STATIC="$(STATIC)" sh tests/run

check: $(PROGRAM) $(UNIT_PROGRAMS)
	@$(RUN_TESTS)

quick: $(PROGRAM) $(UNIT_PROGRAMS)
	@QUICK=1 $(RUN_TESTS) unit cases

sanitize:
	@$(MAKE) BUILD=$(BUILD)/sanitize CFLAGS="-O1 -g -fno-omit-frame-pointer" \
	    SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all" check

# The sanitizer knows no address space that is laid out at random.
threads:
	@$(MAKE) BUILD=$(BUILD)/threads CFLAGS="-O1 -g" SANITIZE=-fsanitize=thread
	@BUILD=$(BUILD)/threads $$(! setarch -R true 2>/dev/null || echo setarch -R) sh tests/run cli/many cli/folders laws/many

# The library built anew so that a fuzzer sees which way it goes; what numbers it compares takes half of the time, and
# texts are seen where they meet memcmp.
fuzz:
	@$(MAKE) BUILD=$(BUILD)/fuzz CC=clang CFLAGS="-O1 -g" SANITIZE="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-coverage=trace-cmp" fuzzers
	@BUILD=$(BUILD)/fuzz sh tests/fuzz/run $(FUZZERS)

fuzzers: $(patsubst tests/fuzz/%.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/*.c)))

$(BUILD)/fuzz_%: tests/fuzz/fuzz_%.c $(wildcard tests/*.h tests/fuzz/*) $(ARCHIVE)
	@echo "  cc $<"
	@$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer -o $@ $< $(ARCHIVE) $(ALL_LIBS)

format:
	@clang-format -i $$(git ls-files '*.c' '*.h')

ANALYZED = $(patsubst %.c,$(BUILD)/analyzed/%.txt,$(LIBRARY_SOURCES) $(PROGRAM_SOURCES))

$(BUILD)/analyzed/%.txt: %.c $(wildcard src/*/*.h src/*/*/*.h src/*/*.def include/checksheet/*) | $(BUILD)/builtin_catalogs.inc $(BUILD)/charset.inc
	@mkdir -p $(@D)
	@clang --analyze --analyzer-output text -Xclang -analyzer-werror $(ALL_CFLAGS) $< -o $@ && touch $@

analyze: $(ANALYZED)

lint: $(PROGRAM)
	@BUILD=$(BUILD) sh .ci/lint

manual: $(PROGRAM)
	@sh .ci/rules $(PROGRAM) man/checksheet.1 en > $(BUILD)/checksheet.1 && cp $(BUILD)/checksheet.1 man/checksheet.1
	@sh .ci/rules $(PROGRAM) man/ja/checksheet.1 ja > $(BUILD)/checksheet.1 && cp $(BUILD)/checksheet.1 man/ja/checksheet.1

picture: $(PROGRAM)
	@sh .ci/terminal $(PROGRAM) examples/terminal.svg
	@sh .ci/picture $(PROGRAM) sheet profiles/krew.yaml examples/workbook.png
	@sh .ci/picture $(PROGRAM) form examples/answering examples/filled.png

BENCH_PROGRAMS = $(patsubst tests/bench/%.c,$(BUILD)/bench/%,$(sort $(wildcard tests/bench/*.c)))

$(BUILD)/bench/%: tests/bench/%.c tests/bench/events.h $(ARCHIVE)
	@mkdir -p $(@D)
	@echo "  cc $<"
	@$(CC) $(ALL_CFLAGS) -o $@ $< $(ARCHIVE) $(ALL_LIBS) -lm

bench: $(PROGRAM) $(BENCH_PROGRAMS)
	@BUILD=$(BUILD) sh tests/bench/run $(SIZES)

bench-gate: $(PROGRAM) $(BENCH_PROGRAMS)
	@BUILD=$(BUILD) sh tests/bench/gate
match-bench: $(BUILD)/bench/match
	@$(BUILD)/bench/match $(QUESTIONS)

bench-peers: $(PROGRAM) $(BENCH_PROGRAMS)
	@BUILD=$(BUILD) sh tests/bench/peers/run

# --- release ---

# One file that runs on any Linux of this machine's kind. What it is made of is fetched, or lies in STATIC_SOURCES.
static:
	@[ -n "$(STATIC_SOURCES)" ] || sh .ci/static-sources $(BUILD)/static/sources
	@CC="$(CC)" sh .ci/static-libraries $(or $(STATIC_SOURCES),$(BUILD)/static/sources) $(BUILD)/static/libraries
	@$(MAKE) BUILD=$(BUILD)/static CFLAGS=-O2 STATIC=1 all

check-static: static
	@$(MAKE) BUILD=$(BUILD)/static CFLAGS=-O2 STATIC=1 check

# The same bytes of the same commit: the dates in them are that of the commit.
dist:
	@mkdir -p $(BUILD)
	@git archive --format=tar --prefix=checksheet-$(VERSION)/ HEAD | gzip -9n > $(BUILD)/checksheet-$(VERSION).tar.gz
	@echo "  dist $(BUILD)/checksheet-$(VERSION).tar.gz"

deb:
	@sh .ci/deb $(VERSION) $(RELEASED) $(BUILD)

# --- install ---

MAN1 = $(wildcard man/*.1)
MAN5 = $(wildcard man/*.5)
JA1 = $(wildcard man/ja/*.1)
JA5 = $(wildcard man/ja/*.5)
INSTALL_ROOT = $(DESTDIR)$(PREFIX)

$(BUILD)/checksheet.pc: Makefile
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' 'Name: checksheet' \
	    'Description: security check sheets from YAML' 'Version: $(VERSION)' 'Requires: $(LIBRARIES)' \
	    'Libs: -L$${libdir} -lchecksheet -lunistring' 'Cflags: -I$${includedir}' > $@

install: $(PROGRAM) $(ARCHIVE)
	@rm -f $(BUILD)/checksheet.pc && $(MAKE) -s $(BUILD)/checksheet.pc
	install -d $(INSTALL_ROOT)/bin $(INSTALL_ROOT)/lib/pkgconfig $(INSTALL_ROOT)/include/checksheet \
	    $(INSTALL_ROOT)/share/man/man1 $(INSTALL_ROOT)/share/man/man5 \
	    $(INSTALL_ROOT)/share/man/ja/man1 $(INSTALL_ROOT)/share/man/ja/man5
	install -m 755 $(PROGRAM) $(INSTALL_ROOT)/bin/
	install -m 644 $(ARCHIVE) $(INSTALL_ROOT)/lib/
	install -m 644 $(BUILD)/checksheet.pc $(INSTALL_ROOT)/lib/pkgconfig/
	install -m 644 include/checksheet.h $(INSTALL_ROOT)/include/
	install -m 644 include/checksheet/* $(INSTALL_ROOT)/include/checksheet/
	install -m 644 $(MAN1) $(INSTALL_ROOT)/share/man/man1/
	install -m 644 $(MAN5) $(INSTALL_ROOT)/share/man/man5/
	install -m 644 $(JA1) $(INSTALL_ROOT)/share/man/ja/man1/
	install -m 644 $(JA5) $(INSTALL_ROOT)/share/man/ja/man5/

uninstall:
	rm -f $(INSTALL_ROOT)/bin/checksheet $(INSTALL_ROOT)/lib/libchecksheet.a \
	    $(INSTALL_ROOT)/lib/pkgconfig/checksheet.pc $(INSTALL_ROOT)/include/checksheet.h \
	    $(MAN1:man/%=$(INSTALL_ROOT)/share/man/man1/%) $(MAN5:man/%=$(INSTALL_ROOT)/share/man/man5/%) \
	    $(JA1:man/ja/%=$(INSTALL_ROOT)/share/man/ja/man1/%) $(JA5:man/ja/%=$(INSTALL_ROOT)/share/man/ja/man5/%)
	rm -rf $(INSTALL_ROOT)/include/checksheet

clean:
	rm -rf $(BUILD)

-include $(LIBRARY_OBJECTS:.o=.d) $(PROGRAM_OBJECTS:.o=.d) $(UNIT_PROGRAMS:=.d)
