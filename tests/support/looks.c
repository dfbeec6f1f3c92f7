#include "support/looks.h"

#include "support/voices.h"
#include "ui/box.h"
#include "ui/theme.h"

void looks_draw(Shell *shell)
{
    static const Box sizes[] = {{0, 0, 1024, 768}, {0, 0, 1280, 720},  {0, 0, 1280, 800},
                                {0, 0, 1366, 768}, {0, 0, 1920, 1080}, {0, 0, 960, 540}};
    enum { SIZE_COUNT = sizeof sizes / sizeof sizes[0] };
    Voice own = shell->voice;

    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        shell->voice = *voices_in((Language)language);
        shell->desk.settings.language = language;
        for (int look = 0; look < 2 * SIZE_COUNT; look++) {
            shell->ui.theme = look % 2 == 0 ? THEME_DARK : THEME_PROJECTOR;
            shell->w = sizes[look / 2].w;
            shell->h = sizes[look / 2].h;
            shell_frame(shell);
        }
    }
    shell->voice = own;
}
