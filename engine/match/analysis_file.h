/* An analysis kept beside its journal, so that it is made once.  Format 1, a line feed after each line:
 *
 *   analysis 1 game=HASH weights=HASH playouts=N iterations=N plays=N key=N decisions=N
 *   0 win=4312,4500 loss=188 half=40 public=4000,4100 luck=-20 best=court align India
 *   end
 *
 * game hashes rules, set-up, beginning and every decision that stands, so that a game that went on or
 * back is another one; weights is that of the evaluation, by which playouts and public figures are
 * read.  A line a decision: win of the chosen and of the best action, public before and after, luck=-
 * where there was none; all in 1/10000, as in DecisionAnalysis. */

#ifndef TPD_MATCH_ANALYSIS_FILE_H
#define TPD_MATCH_ANALYSIS_FILE_H

#include <stdbool.h>

#include "core/status.h"
#include "match/analysis.h"
#include "match/history.h"

enum { ANALYSIS_PATH_SIZE = 4096 };

/* JOURNAL.analysis */
Status analysis_file_path(char path[ANALYSIS_PATH_SIZE], const char *journal, Error *err);

/* Of an analysis that is done.  The file is there as a whole or as it was. */
Status analysis_file_write(const char *path, const Analysis *analysis, Error *err);

/* The analysis of the file.  One that is broken, or is of another game or other numbers than these, is
 * a fault whose line says so: its caller makes a new analysis. */
Status analysis_file_read(Analysis **analysis, const char *path, const AnalysisConfig *config,
                          const History *history, Error *err);
bool analysis_file_is_there(const char *path);

#endif
