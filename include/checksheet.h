/* libchecksheet: security check sheets from YAML. The public interface is in these headers; nothing else is
 * guaranteed.
 *
 * Typical use: make a job, read a source, load a profile (which finds its catalog), check it, compose a sheet,
 * emit it. The library never prints, never exits, and reads neither the environment nor the clock.
 *
 * Single rules, and single words of sheets, are named in checksheet/rules.h and checksheet/sheet_words.h. */
#ifndef CHECKSHEET_H
#define CHECKSHEET_H

#include "checksheet/approval.h"
#include "checksheet/catalog.h"
#include "checksheet/charset.h"
#include "checksheet/check.h"
#include "checksheet/compose.h"
#include "checksheet/crosswalk.h"
#include "checksheet/diag.h"
#include "checksheet/diff.h"
#include "checksheet/emit.h"
#include "checksheet/evidence_state.h"
#include "checksheet/fill.h"
#include "checksheet/form.h"
#include "checksheet/grid.h"
#include "checksheet/import.h"
#include "checksheet/job.h"
#include "checksheet/load.h"
#include "checksheet/match.h"
#include "checksheet/memory.h"
#include "checksheet/numbered.h"
#include "checksheet/pair.h"
#include "checksheet/profile.h"
#include "checksheet/read.h"
#include "checksheet/record.h"
#include "checksheet/report.h"
#include "checksheet/sheet.h"
#include "checksheet/slots.h"
#include "checksheet/source.h"
#include "checksheet/text.h"
#include "checksheet/thesaurus.h"
#include "checksheet/translate.h"
#include "checksheet/vocab.h"

#endif
