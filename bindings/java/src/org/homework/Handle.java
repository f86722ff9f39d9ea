// SPDX-License-Identifier: MIT
package org.homework;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * The native side of an object. Whoever calls the library holds the handles of all objects of the call, in one order, so that
 * no other thread uses or frees one meanwhile. What was dropped without close() is freed when the next object is made: no
 * thread of ours is needed for that, and no java.lang.ref.Cleaner, which Android has from API 33 on only.
 *
 * The collector does not see what memory is behind objects, and may never run before it is used up. So when more than MANY that
 * have memory of their own are neither closed nor freed, it is asked to, as the JDK does for direct buffers; again at twice as many,
 * if these were not dropped.
 */
final class Handle extends PhantomReference<NativeObject> {
    private static final ReferenceQueue<NativeObject> DROPPED = new ReferenceQueue<>();
    private static final Queue<Handle> LATER = new ConcurrentLinkedQueue<>();
    private static final Set<Handle> LIVE = ConcurrentHashMap.newKeySet();
    private static final AtomicLong MADE = new AtomicLong();
    private static final AtomicInteger OPEN = new AtomicInteger();
    static final int MANY = 4096;
    private static volatile int limit = MANY;

    private final ReentrantLock lock;
    private final long order;
    private final Handle owner;
    private final LongConsumer free;
    private final long born;
    private final boolean counted;
    private long address;

    /** Of an object of its own, or of a part of `parent`, which is freed with that. */
    Handle(NativeObject object, long address, NativeObject parent, LongConsumer free, boolean shared) {
        super(object, DROPPED);
        this.address = address;
        born = address;
        this.free = free;
        owner = parent == null ? null : parent.handle;
        lock = owner == null ? new ReentrantLock() : owner.lock;
        order = owner == null ? MADE.incrementAndGet() : owner.order;
        counted = owner == null && !shared;
        if (owner == null) {
            LIVE.add(this);
        }
        freeDropped();
        if (counted && OPEN.incrementAndGet() > limit) {
            limit = 2 * OPEN.get();
            System.gc();
        }
    }

    static long address(NativeObject object) {
        return object == null ? 0 : object.handle.address();
    }

    /** A list may change while it is read, and a raw one can hold anything: what is held, passed and counted is this copy. */
    static NativeObject[] copy(List<? extends NativeObject> objects, Class<? extends NativeObject> type) {
        if (objects == null) {
            return null;
        }
        Object[] read = objects.toArray();
        NativeObject[] made = new NativeObject[read.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = type.cast(read[i]);
        }
        return made;
    }

    static long[] addresses(NativeObject[] objects) {
        return objects == null ? null : Arrays.stream(objects).mapToLong(Handle::address).toArray();
    }

    /** Only of one that is held. */
    long address() {
        for (Handle one = this; one != null; one = one.owner) {
            if (one.address == 0) {
                throw new IllegalStateException("it is closed");
            }
        }
        return address;
    }

    /** Whether both are open, and the same object of the library. */
    boolean isSame(Handle other) {
        Handle[] held = hold(List.of(this, other));
        try {
            return address != 0 && address == other.address;
        } finally {
            release(held);
        }
    }

    /** What it was when it was open. */
    int hash() {
        return Long.hashCode(born);
    }

    void hold() {
        lock.lock();
    }

    void release() {
        lock.unlock();
    }

    private static Handle[] hold(List<Handle> handles) {
        Handle[] held = handles.toArray(new Handle[0]);
        Arrays.sort(held, Comparator.comparingLong(one -> one.order));
        for (Handle one : held) {
            one.hold();
        }
        return held;
    }

    /** Null is left out. */
    static Handle[] hold(NativeObject... objects) {
        return holdAll(null, objects);
    }

    static Handle[] holdAll(NativeObject[] several, NativeObject... objects) {
        List<Handle> handles = new ArrayList<>();
        for (NativeObject one : objects) {
            if (one != null) {
                handles.add(one.handle);
            }
        }
        for (int i = 0; several != null && i < several.length; i++) {
            if (several[i] != null) {
                handles.add(several[i].handle);
            }
        }
        return hold(handles);
    }

    static void release(Handle... held) {
        for (Handle one : held) {
            one.release();
        }
    }

    /** Once; a part is only forgotten. */
    void close() {
        hold();
        try {
            long freed = address;
            address = 0;
            LIVE.remove(this);
            if (freed != 0 && owner == null) {
                free.accept(freed);
                OPEN.addAndGet(counted ? -1 : 0);
            }
        } finally {
            release();
        }
    }

    /** Handles in use, for tests. */
    static int live() {
        freeDropped();
        return LIVE.size();
    }

    private static void freeDropped() {
        Reference<? extends NativeObject> first = DROPPED.poll();
        if (first != null || !LATER.isEmpty()) {
            freeDropped(first);
        }
    }

    /** A method may still run in another thread although nothing refers to its object any more: then later. */
    private static void freeDropped(Reference<? extends NativeObject> first) {
        Queue<Handle> busy = new ArrayDeque<>();
        int before = OPEN.get();
        for (Handle one = LATER.poll(); one != null; one = LATER.poll()) {
            closeOrKeep(one, busy);
        }
        for (Reference<? extends NativeObject> one = first; one != null; one = DROPPED.poll()) {
            closeOrKeep((Handle) one, busy);
        }
        LATER.addAll(busy);
        if (OPEN.get() < before) {
            limit = Math.max(MANY, 2 * OPEN.get());
        }
    }

    private static void closeOrKeep(Handle one, Queue<Handle> busy) {
        if (!one.lock.tryLock()) {
            busy.add(one);
            return;
        }
        try {
            one.close();
        } finally {
            one.lock.unlock();
        }
    }
}
