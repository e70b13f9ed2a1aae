/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include "report.h"

#ifdef _WIN32
#include <windows.h>

static size_t page_size(void)
{
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

static char *reserve(size_t size)
{
    return VirtualAlloc(NULL, size, MEM_RESERVE, PAGE_NOACCESS);
}

static int unprotect(char *at, size_t size)
{
    return VirtualAlloc(at, size, MEM_COMMIT, PAGE_READWRITE) != NULL;
}

static void release(char *at, size_t size)
{
    (void)size;
    VirtualFree(at, 0, MEM_RELEASE);
}

#else
#include <sys/mman.h>
#include <unistd.h>

static size_t page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

static char *reserve(size_t size)
{
    void *at = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return at != MAP_FAILED ? at : NULL;
}

static int unprotect(char *at, size_t size)
{
    return mprotect(at, size, PROT_READ | PROT_WRITE) == 0;
}

static void release(char *at, size_t size)
{
    munmap(at, size);
}
#endif

void pages_reserve(struct pages *pages, size_t size)
{
    const size_t page = page_size();
    const size_t old = (size_t)(pages->end - pages->first);
    if (pages->first != NULL && old >= size)
        return;
    if (pages->first != NULL)
        release(pages->first - page, page + old + page);
    size = (size / page + 1) * page;
    char *at = reserve(page + size + page);
    if (at == NULL || !unprotect(at + page, size))
        give_up("no memory", "protected pages");
    *pages = (struct pages){.first = at + page, .end = at + page + size};
}
