package org.palimpsest.engine.attack;

import java.util.Map;

/** An attack in progress, moving one point of its curve at a time. The same context gives the same points, bit by bit. */
public interface AttackSession extends AutoCloseable {

    boolean done();

    /** How many points there will be in all. */
    int points();

    /**
     * Works until the next point and measures there.
     *
     * @throws IllegalStateException if the attack is done
     */
    AttackStep advance();

    /**
     * What the points so far come to, by name; complete once the attack is done. A value is null where it is undefined, such as
     * the steps to a level that was never reached.
     */
    Map<String, Double> summary();

    @Override
    void close();
}
