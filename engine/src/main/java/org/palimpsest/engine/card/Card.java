package org.palimpsest.engine.card;

import java.util.List;

/** What is common to all cards. */
public sealed interface Card permits MethodCard, MetricCard, ProbeCard, AttackCard {

    /** Lower-case words joined by hyphens; the key in recipes and on the command line. */
    String id();

    String name();

    Source source();

    /** The formula as plain text with the paper's symbols; empty if there is none. */
    String formula();

    /** One paragraph for somebody who has not read the paper. */
    String explanation();

    List<HyperParameter> hyperParameters();

    /** Names of flags of which at least one must be set, since nothing would be left to do otherwise; empty if there are none. */
    default List<String> atLeastOne() {
        return List.of();
    }

    /** What is known, derived or doubtful about this implementation. */
    List<Claim> claims();
}
