#include "ui/window.h"

#include <SDL.h>
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
#include <SDL_video.h>
#include <stdbool.h>
#include <stdlib.h>

#include "ui/box.h"
#include "ui/canvas.h"
#include "ui/draw.h"
#include "ui/painter.h"

enum { LEAST_W = 640, LEAST_H = 400, NOWHERE = -10000, DEPTH = 32, PIXEL_BYTES = 4 };

typedef struct Window {
    const WindowHost *host;
    SDL_Window *window;
    Painter *painter;     /* owned */
    SDL_Surface *surface; /* over the painter's pixels */
    UiInput input;
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
    case SDLK_F11:
        return UI_KEY_FULL_SCREEN;
    default:
        return (key->sym >= 'a' && key->sym <= 'z') || (key->sym >= '0' && key->sym <= '9')
                   ? UI_KEY_LETTER
                   : UI_KEY_NONE;
    }
}

static Spot logical(const Window *window, int x, int y)
{
    return (Spot){(int)((float)x / window->painter->scale),
                  (int)((float)y / window->painter->scale)};
}

static void take_key(Window *window, const SDL_KeyboardEvent *event)
{
    bool down = event->type == SDL_KEYDOWN;

    if (event->keysym.sym == SDLK_SPACE) {
        window->input.space_held = down;
    } else if (down) {
        window->input.key = key_of(&event->keysym);
        window->input.letter = window->input.key == UI_KEY_LETTER ? (char)event->keysym.sym : '\0';
    }
}

static void take_button(Window *window, const SDL_MouseButtonEvent *event)
{
    window->input.mouse = logical(window, event->x, event->y);
    if (event->button == SDL_BUTTON_LEFT) {
        window->input.pressed = true;
    } else if (event->button == SDL_BUTTON_RIGHT) {
        window->input.key = UI_KEY_BACK;
    }
}

static Status resize(Window *window, Error *err);

static Status take_window(Window *window, const SDL_WindowEvent *event, Error *err)
{
    switch (event->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return resize(window, err);
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
    case SDL_WINDOWEVENT:
        return take_window(window, &event->window, err);
    default: /* of SDL's, not ours */
        break;
    }
    return STATUS_OK;
}

/* Takes events up to the first that a frame must answer by itself. */
static Status take_events(Window *window, WindowWish wish, Error *err)
{
    SDL_Event event;
    bool waiting = wish == WISH_WAIT;
    Status status = STATUS_OK;

    window->input.pressed = false;
    window->input.key = UI_KEY_NONE;
    window->input.wheel = 0;
    while (status == STATUS_OK && !window->leave && !window->input.pressed &&
           window->input.key == UI_KEY_NONE) {
        int got = waiting ? SDL_WaitEvent(&event) : SDL_PollEvent(&event);
        if (got == 0) {
            break;
        }
        waiting = false;
        status = take(window, &event, err);
    }
    return status;
}

/* ---- pixels ---- */

static Status resize(Window *window, Error *err)
{
    int w;
    int h;
    Painter *painter = window->painter;

    SDL_GetWindowSize(window->window, &w, &h);
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

static WindowWish draw_frame(Window *window)
{
    Ui *ui = window->host->ui;
    const Painter *painter = window->painter;
    bool acted =
        window->input.pressed || window->input.key != UI_KEY_NONE || window->input.wheel != 0;

    draw_clear(ui->list, (int)((float)painter->canvas.w / painter->scale),
               (int)((float)painter->canvas.h / painter->scale));
    ui_begin(ui, &window->input);
    WindowWish wish = window->host->frame(window->host->user, ui);
    if (ui_key(ui, UI_KEY_FULL_SCREEN)) {
        bool full = (SDL_GetWindowFlags(window->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
        SDL_SetWindowFullscreen(window->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    ui_end(ui);
    /* What was done may show only in the next frame, with the zones of this one. */
    return wish == WISH_WAIT && acted ? WISH_AGAIN : wish;
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

static Status open_and_run(Window *window, Error *err)
{
    const WindowHost *host = window->host;

    window->window = SDL_CreateWindow(host->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                      (int)((float)host->w * host->scale),
                                      (int)((float)host->h * host->scale), SDL_WINDOW_RESIZABLE);
    if (window->window == NULL) {
        return error_set(err, STATUS_IO, "no window can be opened here: %.300s", SDL_GetError());
    }
    SDL_SetWindowMinimumSize(window->window, LEAST_W, LEAST_H);
    Status status = run(window, err);
    SDL_FreeSurface(window->surface);
    painter_clear(window->painter);
    SDL_DestroyWindow(window->window);
    return status;
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
    Window window = {.host = host, .input = {.mouse = {NOWHERE, NOWHERE}}};

    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return error_set(err, STATUS_IO, "no display was found: %.300s", SDL_GetError());
    }
    Status status = STATUS_MEMORY;
    window.painter = calloc(1, sizeof *window.painter);
    if (window.painter == NULL) {
        error_set(err, status, "out of memory for the window");
    } else {
        window.painter->scale = host->scale;
        window.painter->theme = host->ui->theme;
        window.painter->glyphs = fonts_glyphs(host->fonts);
        status = open_and_run(&window, err);
    }
    free(window.painter);
    SDL_Quit();
    return status;
}
