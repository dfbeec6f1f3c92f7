/* The settings in their file: $XDG_CONFIG_HOME/tpd/settings, else ~/.config/tpd/settings. */

#ifndef TPD_APP_PLAY_SETTINGS_H
#define TPD_APP_PLAY_SETTINGS_H

#include "core/status.h"
#include "ui/settings.h"

/* What is right in the file, the usual for the rest; no file is no fault.  `fault` is one line about
 * the first thing that is wrong, or "". */
void settings_load(Settings *settings, char fault[SETTINGS_FAULT_SIZE]);
Status settings_save(const Settings *settings, Error *err);

#endif
