/* Writing a journal: each line is one write to the end of the file. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/status.h"
#include "match/journal.h"
#include "match/lines.h"

enum { PATH_SIZE = 4096 };

/* Waits for the disk. */
static Status sync_file(const JournalFile *journal, Error *err)
{
    if (journal->sync && fdatasync(fileno(journal->file)) != 0) {
        return system_fault(journal->path, errno, err);
    }
    return STATUS_OK;
}

/* One write; the rest of a torn one is taken back, so that the file ends with a whole line. */
static Status write_once(JournalFile *journal, const char *bytes, size_t size, Error *err)
{
    int file = fileno(journal->file);

    errno = 0;
    ssize_t written = write(file, bytes, size);
    if (written == (ssize_t)size) {
        journal->size += written;
        return sync_file(journal, err);
    }
    int why = errno == 0 ? ENOSPC : errno;
    if (written > 0 && ftruncate(file, (off_t)journal->size) != 0) {
        why = errno;
    }
    return system_fault(journal->path, why, err);
}

/* No other program may play the same journal.  A file system without locks has none. */
static Status lock_file(const JournalFile *journal, Error *err)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

    if (fcntl(fileno(journal->file), F_SETLK, &lock) != 0 && (errno == EACCES || errno == EAGAIN)) {
        return error_set(err, STATUS_IO, "%s: another program is playing this journal",
                         journal->path);
    }
    return STATUS_OK;
}

/* Opens and locks `path` as the journal's file. */
static Status open_file(JournalFile *journal, const char *path, int flags, Error *err)
{
    int file = open(path, flags | O_RDWR | O_APPEND | O_CLOEXEC, 0666);

    if (file < 0) {
        return system_fault(journal->path, errno, err);
    }
    journal->file = fdopen(file, "r+b");
    if (journal->file == NULL) {
        close(file);
        return system_fault(journal->path, errno, err);
    }
    return lock_file(journal, err);
}

/* The name of a file lives in its folder, which is to reach the disk as well. */
static Status sync_folder(const JournalFile *journal, Error *err)
{
    char folder[PATH_SIZE];
    const char *slash = strrchr(journal->path, '/');
    int length = slash == NULL ? 0 : (int)(slash - journal->path) + 1;

    if (!journal->sync) {
        return STATUS_OK;
    }
    snprintf(folder, sizeof folder, "%.*s.", length, journal->path);
    int file = open(folder, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return system_fault(folder, errno, err);
    }
    Status status =
        fsync(file) == 0 || errno == EINVAL ? STATUS_OK : system_fault(folder, errno, err);
    close(file);
    return status;
}

/* Gives the finished file its name, which nobody else may have. */
static Status name_file(const JournalFile *journal, const char *temporary, Error *err)
{
    struct stat info;

    if (link(temporary, journal->path) == 0) {
        return STATUS_OK;
    }
    if (errno == EEXIST || lstat(journal->path, &info) == 0) {
        return error_set(err, STATUS_IO,
                         "%s: expected the name of a new file: this one is there already, and can "
                         "be resumed if it is a journal",
                         journal->path);
    }
    /* A file system that knows no second name for a file. */
    return rename(temporary, journal->path) == 0 ? STATUS_OK
                                                 : system_fault(journal->path, errno, err);
}

static Status set_path(JournalFile *journal, const char *path, Error *err)
{
    journal->path = malloc(strlen(path) + 1);
    if (journal->path == NULL) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", path);
    }
    memcpy(journal->path, path, strlen(path) + 1);
    return STATUS_OK;
}

Status journal_create(JournalFile *journal, const char *path, const char *head, Error *err)
{
    char temporary[PATH_SIZE];
    int length = snprintf(temporary, sizeof temporary, "%s.%ld.new", path, (long)getpid());

    if (length >= PATH_SIZE) {
        return error_set(err, STATUS_IO, "%.60s…: expected a shorter path", path);
    }
    Status status = set_path(journal, path, err);
    if (status == STATUS_OK) {
        status = open_file(journal, temporary, O_CREAT | O_TRUNC, err);
    }
    if (status == STATUS_OK) {
        status = write_once(journal, head, strlen(head), err);
    }
    if (status == STATUS_OK) {
        status = name_file(journal, temporary, err);
    }
    unlink(temporary);
    if (status == STATUS_OK) {
        status = sync_folder(journal, err);
    }
    if (status != STATUS_OK) {
        journal_close(journal);
    }
    return status;
}

Status journal_open(JournalFile *journal, const char *path, Error *err)
{
    struct stat info;
    Status status = set_path(journal, path, err);

    if (status == STATUS_OK) {
        status = open_file(journal, path, 0, err);
    }
    if (status == STATUS_OK &&
        (fstat(fileno(journal->file), &info) != 0 || !S_ISREG(info.st_mode))) {
        status = error_set(err, STATUS_IO, "%s: expected a file of the disk", path);
    }
    if (status != STATUS_OK) {
        journal_close(journal);
    }
    return status;
}

Status journal_cut(JournalFile *journal, long long size, Error *err)
{
    journal->size = size;
    if (ftruncate(fileno(journal->file), (off_t)size) != 0) {
        return system_fault(journal->path, errno, err);
    }
    return sync_file(journal, err);
}

Status journal_append(JournalFile *journal, const char *line, Error *err)
{
    char text[JOURNAL_LINE_SIZE + 1];
    int length = snprintf(text, sizeof text, "%s\n", line);

    return write_once(journal, text, (size_t)length, err);
}

void journal_close(JournalFile *journal)
{
    if (journal->file != NULL) {
        fclose(journal->file);
    }
    free(journal->path);
    *journal = (JournalFile){.file = NULL};
}
