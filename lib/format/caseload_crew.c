/* SPDX-License-Identifier: MIT */
/* Several threads at one caseload. Plans are taken in order; the caller's thread works like the others and gives the
 * rows away in order as they come to be done. Each thread has rows of its own, some more than it works on, and takes
 * no plan without one: so memory is bounded however uneven the plans are, and what a thread has made it also frees,
 * which is what allocators like best. */
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "format/caseload.h"

#define ROWS_A_THREAD 4

struct crew;

typedef struct member {
    struct crew *crew;
    pthread_t thread;
    pthread_cond_t has_free; /* a row of its own came back; or all is over */
    hw_caseload_row rows[ROWS_A_THREAD];
    hw_caseload_row *free[ROWS_A_THREAD];
    size_t free_count;
} member;

/* A row that is done, and whose it is. */
typedef struct place {
    hw_caseload_row *row; /* NULL = not yet */
    member *owner;
} place;

typedef struct crew {
    const hw_caseload *caseload;
    member *members; /* the first is the caller's thread */
    size_t count, total;
    /* From here on only with the lock. */
    pthread_mutex_t lock;
    pthread_cond_t is_done; /* the row that is next to be given away */
    place *ring; /* as many as there are rows, so that there is a place for each plan that was taken */
    size_t taken, given; /* how many plans */
    bool is_over;
} crew;

static place *place_of(const crew *c, size_t index)
{
    return &c->ring[index % (c->count * ROWS_A_THREAD)];
}

static bool can_take(const member *m)
{
    return !m->crew->is_over && m->crew->taken < m->crew->total && m->free_count > 0;
}

/* Works on the next plan. With the lock held before and after, but not meanwhile. */
static void take(member *m)
{
    crew *c = m->crew;
    size_t index = c->taken++;
    hw_caseload_row *row = m->free[--m->free_count];
    pthread_mutex_unlock(&c->lock);
    hw__caseload_read(c->caseload, index, row);
    pthread_mutex_lock(&c->lock);
    *place_of(c, index) = (place){row, m};
    if (index == c->given) {
        pthread_cond_signal(&c->is_done);
    }
}

static void *work(void *argument)
{
    member *m = argument;
    crew *c = m->crew;
    pthread_mutex_lock(&c->lock);
    while (!c->is_over && c->taken < c->total) {
        if (can_take(m)) {
            take(m);
        } else {
            pthread_cond_wait(&m->has_free, &c->lock);
        }
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

/* Waits for the next row, working as long as it is not there. */
static void await(crew *c, const place *next)
{
    while (!next->row) {
        if (can_take(&c->members[0])) {
            take(&c->members[0]);
        } else {
            pthread_cond_wait(&c->is_done, &c->lock);
        }
    }
}

/* Takes the row off its place and gives it back to whose it is. */
static void give_back(place *its)
{
    member *owner = its->owner;
    owner->free[owner->free_count++] = its->row;
    its->row = NULL;
    pthread_cond_signal(&owner->has_free);
}

static hw_status give_all(crew *c, const hw__caseload_run *run)
{
    hw_status status = HW_OK;
    pthread_mutex_lock(&c->lock);
    while (c->given < c->total && status == HW_OK) {
        place *next = place_of(c, c->given);
        await(c, next);
        pthread_mutex_unlock(&c->lock);
        status = hw__caseload_give(run, next->row) ? HW_OK : HW_ERR_CANCELLED;
        pthread_mutex_lock(&c->lock);
        give_back(next);
        c->given++;
    }
    c->is_over = true;
    for (size_t i = 1; i < c->count; i++) {
        pthread_cond_signal(&c->members[i].has_free);
    }
    pthread_mutex_unlock(&c->lock);
    return status;
}

/* Starts what the system gives of the threads; returns how many work, this one included. Signals are for the host's
 * own threads. */
static size_t start(crew *c)
{
    sigset_t all, before;
    size_t working = 1;
    sigfillset(&all);
    bool masked = pthread_sigmask(SIG_SETMASK, &all, &before) == 0;
    while (working < c->count &&
           pthread_create(&c->members[working].thread, NULL, work, &c->members[working]) == 0) {
        working++;
    }
    if (masked) {
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    return working;
}

static void make_member(crew *c, member *m)
{
    m->crew = c;
    pthread_cond_init(&m->has_free, NULL);
    for (size_t i = 0; i < ROWS_A_THREAD; i++) {
        m->free[m->free_count++] = &m->rows[i];
    }
}

static void free_member(member *m)
{
    for (size_t i = 0; i < ROWS_A_THREAD; i++) {
        hw__caseload_clear(&m->rows[i]);
    }
    pthread_cond_destroy(&m->has_free);
}

static hw_status run_crew(crew *c, const hw__caseload_run *run)
{
    for (size_t i = 0; i < c->count; i++) {
        make_member(c, &c->members[i]);
    }
    size_t working = start(c);
    hw_status status = give_all(c, run);
    for (size_t i = 1; i < working; i++) {
        pthread_join(c->members[i].thread, NULL);
    }
    for (size_t i = 0; i < c->count; i++) {
        free_member(&c->members[i]);
    }
    return status;
}

hw_status hw__caseload_crew(const hw__caseload_run *run, size_t threads)
{
    crew c = {.caseload = run->caseload,
              .count = threads,
              .total = run->caseload->inputs.count,
              .lock = PTHREAD_MUTEX_INITIALIZER,
              .is_done = PTHREAD_COND_INITIALIZER};
    c.members = hw__zalloc(threads, sizeof *c.members);
    c.ring = hw__zalloc(threads * ROWS_A_THREAD, sizeof *c.ring);
    hw_status status = c.members && c.ring ? run_crew(&c, run) : HW_ERR_MEMORY;
    hw__free(c.members);
    hw__free(c.ring);
    pthread_cond_destroy(&c.is_done);
    pthread_mutex_destroy(&c.lock);
    return status;
}

size_t hw__processor_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 1 ? (size_t)count : 1;
}
