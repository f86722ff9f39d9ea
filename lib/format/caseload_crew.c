/* SPDX-License-Identifier: MIT */
/* Several threads at one caseload. Plans are taken in order, each into its place of a ring of rows; the caller's
 * thread works like the others and gives the rows away in order as they come to be done. Nobody begins a plan that
 * has no place in the ring yet, so memory is bounded however uneven the plans are. */
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "format/caseload.h"

#define PLACES_A_THREAD 4

typedef struct place {
    hw_caseload_row row;
    bool done; /* with the lock */
} place;

typedef struct crew {
    const hw_caseload *caseload;
    place *ring;
    size_t places, total;
    /* From here on only with the lock. */
    pthread_mutex_t lock;
    pthread_cond_t is_done; /* the row that is next to be given away */
    pthread_cond_t is_free; /* a place of the ring; or all is over */
    size_t taken, given;    /* how many plans */
    bool is_over;
} crew;

static bool can_take(const crew *c)
{
    return !c->is_over && c->taken < c->total && c->taken - c->given < c->places;
}

/* Works on the next plan. With the lock held before and after, but not meanwhile. */
static void take(crew *c)
{
    size_t index = c->taken++;
    place *its = &c->ring[index % c->places];
    pthread_mutex_unlock(&c->lock);
    hw__caseload_read(c->caseload, index, &its->row);
    pthread_mutex_lock(&c->lock);
    its->done = true;
    if (index == c->given) {
        pthread_cond_signal(&c->is_done);
    }
}

static void *work(void *argument)
{
    crew *c = argument;
    pthread_mutex_lock(&c->lock);
    while (!c->is_over && c->taken < c->total) {
        if (can_take(c)) {
            take(c);
        } else {
            pthread_cond_wait(&c->is_free, &c->lock);
        }
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

/* Waits for the next row, working as long as it is not there. */
static void await(crew *c, const place *next)
{
    while (!next->done) {
        if (can_take(c)) {
            take(c);
        } else {
            pthread_cond_wait(&c->is_done, &c->lock);
        }
    }
}

static hw_status give_all(crew *c, const hw__caseload_run *run)
{
    hw_status status = HW_OK;
    pthread_mutex_lock(&c->lock);
    while (c->given < c->total && status == HW_OK) {
        place *next = &c->ring[c->given % c->places];
        await(c, next);
        pthread_mutex_unlock(&c->lock);
        status = hw__caseload_give(run, &next->row) ? HW_OK : HW_ERR_CANCELLED;
        pthread_mutex_lock(&c->lock);
        next->done = false;
        c->given++;
        pthread_cond_signal(&c->is_free);
    }
    c->is_over = true;
    pthread_cond_broadcast(&c->is_free);
    pthread_mutex_unlock(&c->lock);
    return status;
}

/* Starts what the system gives of `count` threads; returns how many. Signals are for the host's own threads. */
static size_t start(crew *c, pthread_t *threads, size_t count)
{
    sigset_t all, before;
    size_t started = 0;
    sigfillset(&all);
    bool masked = pthread_sigmask(SIG_SETMASK, &all, &before) == 0;
    while (started < count && pthread_create(&threads[started], NULL, work, c) == 0) {
        started++;
    }
    if (masked) {
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    return started;
}

static hw_status run_crew(crew *c, const hw__caseload_run *run, pthread_t *threads, size_t count)
{
    size_t started = start(c, threads, count);
    hw_status status = give_all(c, run);
    for (size_t i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    for (size_t i = 0; i < c->places; i++) {
        hw__caseload_clear(&c->ring[i].row);
    }
    return status;
}

hw_status hw__caseload_crew(const hw__caseload_run *run, size_t threads)
{
    size_t others = threads - 1;
    crew c = {.caseload = run->caseload,
              .places = threads * PLACES_A_THREAD,
              .total = run->caseload->inputs.count,
              .lock = PTHREAD_MUTEX_INITIALIZER,
              .is_done = PTHREAD_COND_INITIALIZER,
              .is_free = PTHREAD_COND_INITIALIZER};
    pthread_t *workers = hw__alloc(others * sizeof *workers);
    c.ring = hw__zalloc(c.places, sizeof *c.ring);
    hw_status status = workers && c.ring ? run_crew(&c, run, workers, others) : HW_ERR_MEMORY;
    hw__free(workers);
    hw__free(c.ring);
    pthread_cond_destroy(&c.is_free);
    pthread_cond_destroy(&c.is_done);
    pthread_mutex_destroy(&c.lock);
    return status;
}

size_t hw__processor_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 1 ? (size_t)count : 1;
}
