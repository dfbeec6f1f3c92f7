#include "ui/png.h"

#include <SDL_error.h>
#include <SDL_image.h>
#include <SDL_pixels.h>
#include <SDL_surface.h>
#include <stdio.h>

enum { PATH_SIZE = 4096, DEPTH = 32, PIXEL_BYTES = 4 };

Status png_write(const Canvas *canvas, const char *path, Error *err)
{
    char part[PATH_SIZE + 8];
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormatFrom(canvas->pixel, canvas->w, canvas->h, DEPTH,
                                           canvas->w * PIXEL_BYTES, SDL_PIXELFORMAT_RGB888);

    if (surface == NULL) {
        return error_set(err, STATUS_MEMORY, "SDL: %.500s", SDL_GetError());
    }
    snprintf(part, sizeof part, "%.*s.part", PATH_SIZE, path);
    int failed = IMG_SavePNG(surface, part);
    SDL_FreeSurface(surface);
    if (failed != 0) {
        return error_set(err, STATUS_IO, "%.*s: cannot be written: %.300s", error_quote(path, 300),
                         path, SDL_GetError());
    }
    if (rename(part, path) != 0) {
        remove(part);
        return error_set(err, STATUS_IO, "%.*s: cannot be written", error_quote(path, 300), path);
    }
    return STATUS_OK;
}
