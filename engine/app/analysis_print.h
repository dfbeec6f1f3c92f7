/* An analysis for people and for programs. */

#ifndef TPD_APP_ANALYSIS_PRINT_H
#define TPD_APP_ANALYSIS_PRINT_H

#include "match/analysis.h"
#include "match/history.h"
#include "text/voice.h"

typedef struct AnalysisPage {
    const Voice *voice;
    const History *history;
    const AnalysisConfig *config;
} AnalysisPage;

void analysis_print_text(const AnalysisPage *page, const Analysis *analysis);
/* The object that `tpd analyse --help` describes. */
void analysis_print_json(const AnalysisPage *page, const Analysis *analysis);

#endif
