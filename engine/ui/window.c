#include "ui/window.h"

#include <SDL.h>
#include <SDL_clipboard.h>
#include <SDL_error.h>
#include <SDL_events.h>
#include <SDL_hints.h>
#include <SDL_keyboard.h>
#include <SDL_keycode.h>
#include <SDL_mouse.h>
#include <SDL_pixels.h>
#include <SDL_rect.h>
#include <SDL_stdinc.h>
#include <SDL_surface.h>
#include <SDL_timer.h>
#include <SDL_video.h>
#include <stdbool.h>
#include <stdlib.h>

#include "ui/box.h"
#include "ui/canvas.h"
#include "ui/draw.h"
#include "ui/painter.h"

enum {
    LEAST_W = 640,
    LEAST_H = 400,
    ROOM_W = 960, /* logical: what every screen needs */
    ROOM_H = 540,
    NOWHERE = -10000,
    DEPTH = 32,
    PIXEL_BYTES = 4,
    PERCENT = 100,
};

typedef struct Window {
    const WindowHost *host;
    SDL_Window *window;
    Painter *painter;     /* owned */
    SDL_Surface *surface; /* over the painter's pixels */
    UiInput input;
    float density; /* device pixels of one of the desktop's */
    bool full_screen, writes;
    Uint32 shown; /* when the last frame was begun, in milliseconds */
    bool leave;
} Window;

/* ---- what people do ---- */

static UiKey key_of(const SDL_Keysym *key)
{
    switch (key->sym) {
    case SDLK_TAB:
        return (key->mod & KMOD_SHIFT) != 0 ? UI_KEY_PREVIOUS : UI_KEY_NEXT;
    case SDLK_LEFT:
        return UI_KEY_LEFT;
    case SDLK_RIGHT:
        return UI_KEY_RIGHT;
    case SDLK_UP:
        return UI_KEY_UP;
    case SDLK_DOWN:
        return UI_KEY_DOWN;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return UI_KEY_ENTER;
    case SDLK_ESCAPE:
        return UI_KEY_BACK;
    case SDLK_PAGEUP:
        return UI_KEY_PAGE_UP;
    case SDLK_PAGEDOWN:
        return UI_KEY_PAGE_DOWN;
    case SDLK_HOME:
        return UI_KEY_FIRST;
    case SDLK_END:
        return UI_KEY_LAST;
    case SDLK_F1:
        return UI_KEY_HANDBOOK;
    case SDLK_F2:
        return UI_KEY_LANGUAGE;
    case SDLK_F3:
        return UI_KEY_CARDS;
    case SDLK_F11:
        return UI_KEY_FULL_SCREEN;
    case SDLK_BACKSPACE:
        return UI_KEY_ERASE;
    default:
        return (key->sym >= 'a' && key->sym <= 'z') || (key->sym >= '0' && key->sym <= '9')
                   ? UI_KEY_LETTER
                   : UI_KEY_NONE;
    }
}

static Spot logical(const Window *window, int x, int y)
{
    float factor = window->density / window->painter->scale;

    return (Spot){(int)((float)x * factor), (int)((float)y * factor)};
}

static void take_key(Window *window, const SDL_KeyboardEvent *event)
{
    bool down = event->type == SDL_KEYDOWN;
    UiKey key = key_of(&event->keysym);

    if (event->keysym.sym == SDLK_SPACE) {
        window->input.space_held = down && !window->writes;
    } else if (down && !(window->writes && key == UI_KEY_LETTER)) { /* those come as text */
        window->input.key = key;
        window->input.letter = (char)(key == UI_KEY_LETTER ? event->keysym.sym & 0x7F : 0);
    }
}

/* Text that was typed, or made by an input method: more than fits waits for no one. */
static void take_text(Window *window, const char *text)
{
    SDL_utf8strlcpy(window->input.typed, text, sizeof window->input.typed);
}

static void take_button(Window *window, const SDL_MouseButtonEvent *event)
{
    window->input.mouse = logical(window, event->x, event->y);
    if (event->button == SDL_BUTTON_LEFT) {
        window->input.pressed = true;
        window->input.twice = event->clicks == 2;
    } else if (event->button == SDL_BUTTON_RIGHT) {
        window->input.key = UI_KEY_BACK;
    }
}

static Status resize(Window *window, Error *err);

static Status take_window(Window *window, const SDL_WindowEvent *event, Error *err)
{
    Settings *settings = window->host->settings;

    switch (event->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return resize(window, err);
    case SDL_WINDOWEVENT_MAXIMIZED:
        settings->maximised = 1;
        break;
    case SDL_WINDOWEVENT_RESTORED:
        settings->maximised = 0;
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        window->painter->fresh = true;
        break;
    case SDL_WINDOWEVENT_LEAVE:
        window->input.mouse = (Spot){NOWHERE, NOWHERE};
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        window->input.space_held = false;
        break;
    default: /* of SDL's, not ours */
        break;
    }
    return STATUS_OK;
}

/* One event; several that only move the mouse may be taken together. */
static Status take(Window *window, const SDL_Event *event, Error *err)
{
    switch (event->type) {
    case SDL_QUIT:
        window->leave = true;
        break;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        take_key(window, &event->key);
        break;
    case SDL_MOUSEMOTION:
        window->input.mouse = logical(window, event->motion.x, event->motion.y);
        break;
    case SDL_MOUSEBUTTONDOWN:
        take_button(window, &event->button);
        break;
    case SDL_MOUSEWHEEL:
        window->input.wheel += event->wheel.y;
        break;
    case SDL_TEXTINPUT:
        take_text(window, event->text.text);
        break;
    case SDL_WINDOWEVENT:
        return take_window(window, &event->window, err);
    default: /* of SDL's, not ours */
        break;
    }
    return STATUS_OK;
}

/* The first event of a frame, waited for as long as the frame before wished. */
static int first_event(SDL_Event *event, WindowWish wish)
{
    enum { MOMENT = 15, TICK = 250 }; /* milliseconds */

    switch (wish) {
    case WISH_WAIT:
        return SDL_WaitEvent(event);
    case WISH_SOON:
        return SDL_WaitEventTimeout(event, MOMENT);
    case WISH_TICK:
        return SDL_WaitEventTimeout(event, TICK);
    case WISH_AGAIN:
    case WISH_LEAVE:
        break;
    }
    return SDL_PollEvent(event);
}

/* How long the last frame is ago. */
static void note_time(Window *window)
{
    Uint32 now = SDL_GetTicks();

    window->input.passed = (int)(now - window->shown);
    window->shown = now;
}

/* Takes events up to the first that a frame must answer by itself. */
static Status take_events(Window *window, WindowWish wish, Error *err)
{
    SDL_Event event;
    bool first = true;
    Status status = STATUS_OK;

    window->input.pressed = false;
    window->input.key = UI_KEY_NONE;
    window->input.wheel = 0;
    window->input.typed[0] = '\0';
    while (status == STATUS_OK && !window->leave && !window->input.pressed &&
           window->input.key == UI_KEY_NONE && window->input.typed[0] == '\0') {
        int got = first ? first_event(&event, wish) : SDL_PollEvent(&event);
        if (got == 0) {
            break;
        }
        first = false;
        status = take(window, &event, err);
    }
    note_time(window);
    return status;
}

/* ---- pixels ---- */

/* As large as is wanted, but so that every screen has room. */
static void follow_scale(Window *window)
{
    Painter *painter = window->painter;
    float scale = (float)window->host->settings->scale / PERCENT;
    float most_w = (float)painter->canvas.w / ROOM_W;
    float most_h = (float)painter->canvas.h / ROOM_H;
    float most = most_w < most_h ? most_w : most_h;

    scale = scale > most ? most : scale;
    scale = scale < 1 ? 1 : scale;
    if (scale < painter->scale || scale > painter->scale) {
        painter->scale = scale;
        painter->fresh = true;
    }
}

/* What is remembered is the size of a window that fills nothing. */
static void note_size(Window *window)
{
    const Uint32 fills = SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MAXIMIZED;
    Settings *settings = window->host->settings;
    int display = SDL_GetWindowDisplayIndex(window->window);

    settings->display = display < 0 ? settings->display : display;
    if ((SDL_GetWindowFlags(window->window) & fills) == 0) {
        SDL_GetWindowSize(window->window, &settings->width, &settings->height);
    }
}

static Status resize(Window *window, Error *err)
{
    int w;
    int h;
    int across;
    int down;
    Painter *painter = window->painter;

    SDL_GetWindowSize(window->window, &across, &down);
    SDL_GetWindowSizeInPixels(window->window, &w, &h);
    window->density = across > 0 ? (float)w / (float)across : 1;
    note_size(window);
    if (window->surface != NULL && painter->canvas.w == w && painter->canvas.h == h) {
        return STATUS_OK;
    }
    SDL_FreeSurface(window->surface);
    window->surface = NULL;
    painter_clear(painter);
    Status status = painter_init(painter, w, h, err);
    if (status != STATUS_OK) {
        return status;
    }
    window->surface = SDL_CreateRGBSurfaceWithFormatFrom(painter->canvas.pixel, w, h, DEPTH,
                                                         w * PIXEL_BYTES, SDL_PIXELFORMAT_RGB888);
    return window->surface == NULL ? error_set(err, STATUS_MEMORY, "SDL: %.500s", SDL_GetError())
                                   : STATUS_OK;
}

static Status show(Window *window, Error *err)
{
    Painter *painter = window->painter;

    if (window->host->ui->theme != painter->theme) {
        painter->theme = window->host->ui->theme;
        painter->fresh = true;
    }
    Box dirty = painter_paint(painter, window->host->ui->list);
    SDL_Surface *screen = SDL_GetWindowSurface(window->window);
    if (screen == NULL) {
        return error_set(err, STATUS_IO, "SDL: %.500s", SDL_GetError());
    }
    SDL_Rect rect = {dirty.x, dirty.y, dirty.w, dirty.h};
    if (dirty.w > 0) {
        SDL_BlitSurface(window->surface, &rect, screen, &rect);
        SDL_UpdateWindowSurfaceRects(window->window, &rect, 1);
    }
    return STATUS_OK;
}

static void follow_full_screen(Window *window)
{
    bool wanted = window->host->settings->full_screen != 0;

    if (wanted != window->full_screen) {
        window->full_screen = wanted;
        SDL_SetWindowFullscreen(window->window, wanted ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }
}

/* Input methods are on only while a field takes text; elsewhere letters are keys. */
static void follow_typing(Window *window)
{
    const Ui *ui = window->host->ui;
    float factor = window->painter->scale / window->density;

    if (ui->types) {
        SDL_Rect rect = {
            (int)((float)ui->types_at.x * factor), (int)((float)ui->types_at.y * factor),
            (int)((float)ui->types_at.w * factor), (int)((float)ui->types_at.h * factor)};
        SDL_SetTextInputRect(&rect);
    }
    if (ui->types != window->writes) {
        window->writes = ui->types;
        if (ui->types) {
            SDL_StartTextInput();
        } else {
            SDL_StopTextInput();
        }
    }
}

static WindowWish draw_frame(Window *window)
{
    Ui *ui = window->host->ui;
    const Painter *painter = window->painter;
    bool acted = window->input.pressed || window->input.key != UI_KEY_NONE ||
                 window->input.wheel != 0 || window->input.typed[0] != '\0';

    follow_scale(window);
    draw_clear(ui->list, (int)((float)painter->canvas.w / painter->scale),
               (int)((float)painter->canvas.h / painter->scale));
    ui_begin(ui, &window->input);
    WindowWish wish = window->host->frame(window->host->user, ui);
    ui_end(ui);
    follow_full_screen(window);
    follow_typing(window);
    /* What was done may show only in the next frame, with the zones of this one. */
    return acted && (wish == WISH_WAIT || wish == WISH_TICK) ? WISH_AGAIN : wish;
}

static Status run(Window *window, Error *err)
{
    WindowWish wish = WISH_AGAIN;
    Status status = resize(window, err);

    while (status == STATUS_OK && wish != WISH_LEAVE) {
        status = take_events(window, wish, err);
        if (status == STATUS_OK && window->leave) {
            break;
        }
        if (status == STATUS_OK) {
            wish = draw_frame(window);
            status = show(window, err);
        }
    }
    return status;
}

/* Where it was last, if that display is still there. */
static SDL_Window *open_window(const WindowHost *host)
{
    const Settings *settings = host->settings;
    int display = settings->display < SDL_GetNumVideoDisplays() ? settings->display : 0;
    int place = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display);
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;

    flags |= settings->maximised != 0 ? (Uint32)SDL_WINDOW_MAXIMIZED : 0;
    flags |= settings->full_screen != 0 ? (Uint32)SDL_WINDOW_FULLSCREEN_DESKTOP : 0;
    return SDL_CreateWindow(host->title, place, place, settings->width, settings->height, flags);
}

static Status open_and_run(Window *window, Error *err)
{
    window->window = open_window(window->host);
    if (window->window == NULL) {
        return error_set(err, STATUS_IO, "no window can be opened here: %.300s", SDL_GetError());
    }
    window->full_screen = window->host->settings->full_screen != 0;
    SDL_SetWindowMinimumSize(window->window, LEAST_W, LEAST_H);
    SDL_StopTextInput();
    Status status = run(window, err);
    SDL_FreeSurface(window->surface);
    painter_clear(window->painter);
    SDL_DestroyWindow(window->window);
    return status;
}

Status window_copy(const char *text, Error *err)
{
    return SDL_SetClipboardText(text) == 0
               ? STATUS_OK
               : error_set(err, STATUS_IO, "SDL: %.300s", SDL_GetError());
}

Status window_check(Error *err)
{
#if defined(__linux__)
    /* SDL would fall back to a driver that shows nothing; whoever wants one says so. */
    if (SDL_getenv("DISPLAY") == NULL && SDL_getenv("WAYLAND_DISPLAY") == NULL &&
        SDL_getenv("SDL_VIDEODRIVER") == NULL) {
        return error_set(err, STATUS_IO, "no display was found");
    }
#endif
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return error_set(err, STATUS_IO, "no display was found: %.300s", SDL_GetError());
    }
    SDL_Quit();
    return STATUS_OK;
}

Status window_run(const WindowHost *host, Error *err)
{
    Window window = {.host = host, .density = 1, .input = {.mouse = {NOWHERE, NOWHERE}}};

    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return error_set(err, STATUS_IO, "no display was found: %.300s", SDL_GetError());
    }
    Status status = STATUS_MEMORY;
    window.painter = calloc(1, sizeof *window.painter);
    if (window.painter == NULL) {
        error_set(err, status, "out of memory for the window");
    } else {
        window.painter->scale = 1;
        window.painter->theme = host->ui->theme;
        window.painter->glyphs = fonts_glyphs(host->fonts);
        status = open_and_run(&window, err);
    }
    free(window.painter);
    SDL_Quit();
    return status;
}
