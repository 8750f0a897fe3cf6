/*
 * A disk that fails on demand, or kills who writes to it.
 *
 * Laid before the C library of a program (LD_PRELOAD) it counts what the program does with files below one folder, and
 * at the n-th of these calls does what the environment says:
 *
 *   DISK_FOLDER  the folder; what lies elsewhere is left alone
 *   DISK_COUNTS  a file of sixteen 64-bit numbers: the calls of each kind, at [14] those that need room, at [15] all
 *   DISK_FAULT   count: nothing; full: no space; broken: an I/O error; kill-before, kill-half, kill-after: SIGKILL
 *                before the call, after half of a write, after the call
 *   DISK_AT      the first call that suffers, from 1; a full disk counts only calls that need room
 *   DISK_UNTIL   the first that no longer does
 *   DISK_NOW     the time of day that the program sees, in seconds since 1970
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { READ, WRITE, SYNC, RENAME, TRUNCATE, OPEN, CREATE, UNLINK, MKDIR, COPY, ROOM = 14, ALL = 15 };
enum fault { COUNT, FULL, BROKEN, KILL_BEFORE, KILL_HALF, KILL_AFTER };
enum verdict { PASS, FAIL, HALF, LAST };

static const char *folder;
static uint64_t *counts, at, until, now;
static enum fault fault;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static uint64_t number(const char *name, uint64_t otherwise) {
    const char *text = getenv(name);
    return text ? strtoull(text, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void begin(void) {
    static const char *names[] = {"count", "full", "broken", "kill-before", "kill-half", "kill-after"};
    const char *name = getenv("DISK_FAULT"), *path = getenv("DISK_COUNTS");
    for (int each = 0; name && each < 6; each++)
        if (!strcmp(name, names[each])) fault = each;
    at = number("DISK_AT", UINT64_MAX);
    until = number("DISK_UNTIL", UINT64_MAX);
    now = number("DISK_NOW", 0);
    int file = path ? REAL(open)(path, O_RDWR) : -1;
    void *shared = mmap(NULL, 16 * sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (shared == MAP_FAILED) return;
    counts = shared;
    folder = getenv("DISK_FOLDER");
}

static int is_below(const char *path) {
    return folder && path && !strncmp(path, folder, strlen(folder));
}

static int is_ours(int file) {
    char link[64], path[4096];
    if (!folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_below(path);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    pause();
}

/* What becomes of a call. */
static enum verdict judge(enum kind kind) {
    int needs_room = kind != READ && kind != OPEN && kind != UNLINK;
    __atomic_add_fetch(&counts[kind], 1, __ATOMIC_SEQ_CST);
    uint64_t all = __atomic_add_fetch(&counts[ALL], 1, __ATOMIC_SEQ_CST);
    uint64_t room = needs_room ? __atomic_add_fetch(&counts[ROOM], 1, __ATOMIC_SEQ_CST) : 0;
    uint64_t n = fault == FULL ? room : all;
    if (fault == COUNT || n < at || n >= until) return PASS;
    if (fault == KILL_BEFORE) die();
    if (fault == KILL_AFTER) return LAST;
    if (fault == KILL_HALF) return kind == WRITE ? HALF : LAST;
    /* A disk that becomes full for longer takes the beginning of what is written first. */
    if (fault == FULL && kind == WRITE && n == at && until - at > 1) return HALF;
    errno = fault == FULL ? ENOSPC : EIO;
    return FAIL;
}

/* Does the call, or does not. */
#define SUFFER(ours, kind, failed, call)                                                                               \
    do {                                                                                                               \
        enum verdict verdict = (ours) ? judge(kind) : PASS;                                                            \
        if (verdict == FAIL) return failed;                                                                            \
        __typeof__(call) result = call;                                                                                \
        if (verdict == LAST) die();                                                                                    \
        return result;                                                                                                 \
    } while (0)

#define WRITING(file, count, whole, half)                                                                              \
    do {                                                                                                               \
        enum verdict verdict = is_ours(file) ? judge(WRITE) : PASS;                                                    \
        if (verdict == FAIL) return -1;                                                                                \
        ssize_t result = verdict == HALF && (count) > 1 ? half : whole;                                                \
        if (verdict == LAST || (verdict == HALF && fault == KILL_HALF)) die();                                         \
        return result;                                                                                                 \
    } while (0)

ssize_t read(int file, void *into, size_t count) {
    SUFFER(is_ours(file), READ, -1, REAL(read)(file, into, count));
}
ssize_t pread(int file, void *into, size_t count, off_t from) {
    SUFFER(is_ours(file), READ, -1, REAL(pread)(file, into, count, from));
}
ssize_t pread64(int file, void *into, size_t count, off64_t from) {
    SUFFER(is_ours(file), READ, -1, REAL(pread64)(file, into, count, from));
}
ssize_t write(int file, const void *from, size_t count) {
    WRITING(file, count, REAL(write)(file, from, count), REAL(write)(file, from, count / 2));
}
ssize_t pwrite(int file, const void *from, size_t count, off_t to) {
    WRITING(file, count, REAL(pwrite)(file, from, count, to), REAL(pwrite)(file, from, count / 2, to));
}
ssize_t pwrite64(int file, const void *from, size_t count, off64_t to) {
    WRITING(file, count, REAL(pwrite64)(file, from, count, to), REAL(pwrite64)(file, from, count / 2, to));
}
ssize_t writev(int file, const struct iovec *parts, int count) {
    WRITING(file, count, REAL(writev)(file, parts, count), REAL(writev)(file, parts, count / 2));
}
int fsync(int file) { SUFFER(is_ours(file), SYNC, -1, REAL(fsync)(file)); }
int fdatasync(int file) { SUFFER(is_ours(file), SYNC, -1, REAL(fdatasync)(file)); }
int ftruncate(int file, off_t length) { SUFFER(is_ours(file), TRUNCATE, -1, REAL(ftruncate)(file, length)); }
int ftruncate64(int file, off64_t length) { SUFFER(is_ours(file), TRUNCATE, -1, REAL(ftruncate64)(file, length)); }
int rename(const char *from, const char *to) { SUFFER(is_below(to), RENAME, -1, REAL(rename)(from, to)); }
int unlink(const char *path) { SUFFER(is_below(path), UNLINK, -1, REAL(unlink)(path)); }
int mkdir(const char *path, mode_t mode) { SUFFER(is_below(path), MKDIR, -1, REAL(mkdir)(path, mode)); }
ssize_t sendfile64(int to, int from, off64_t *at, size_t count) {
    SUFFER(is_ours(to), COPY, -1, REAL(sendfile64)(to, from, at, count));
}
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *where, size_t count, unsigned flags) {
    SUFFER(is_ours(to), COPY, -1, REAL(copy_file_range)(from, at, to, where, count, flags));
}

#define OPENING(name, path, flags)                                                                                     \
    do {                                                                                                               \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode_t mode = (flags) & O_CREAT ? va_arg(rest, mode_t) : 0;                                                    \
        va_end(rest);                                                                                                  \
        int makes = (flags) & O_CREAT && access(path, F_OK);                                                           \
        SUFFER(is_below(path), makes ? CREATE : OPEN, -1, REAL(name)(path, flags, mode));                              \
    } while (0)

int open(const char *path, int flags, ...) { OPENING(open, path, flags); }
int open64(const char *path, int flags, ...) { OPENING(open64, path, flags); }

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (clock != CLOCK_REALTIME || !now) return REAL(clock_gettime)(clock, time);
    *time = (struct timespec){.tv_sec = (time_t)now};
    return 0;
}
