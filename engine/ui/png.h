/* A frame as a picture in a file. */

#ifndef TPD_UI_PNG_H
#define TPD_UI_PNG_H

#include "core/status.h"
#include "ui/canvas.h"

/* The file is there as a whole or not at all. */
Status png_write(const Canvas *canvas, const char *path, Error *err);

#endif
