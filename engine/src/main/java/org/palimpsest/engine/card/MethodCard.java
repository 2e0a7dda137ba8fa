package org.palimpsest.engine.card;

import java.util.List;
import java.util.Set;

/**
 * Card of an unlearning method.
 *
 * @param needs the data and models without which the method cannot run
 * @param terms names of the loss terms it reports each step, in the formula's order ({@code forget}, {@code retain}, ...)
 */
public record MethodCard(
        String id,
        String name,
        Source source,
        String formula,
        String explanation,
        List<HyperParameter> hyperParameters,
        List<Claim> claims,
        Set<Need> needs,
        List<Term> terms)
        implements Card {

    /** What a method cannot do without. */
    public enum Need {
        FORGET_SET,
        RETAIN_SET,
        /** Refusals or alternate answers. */
        ALTERNATES,
        /** The frozen target as reference model. */
        REFERENCE_MODEL,
        /** The base model before it was taught the facts. */
        BASE_MODEL
    }

    /** A part of the loss: its name in events and its text in the formula. */
    public record Term(String name, String symbol, String meaning) {}

    public MethodCard {
        hyperParameters = List.copyOf(hyperParameters);
        claims = List.copyOf(claims);
        needs = Set.copyOf(needs);
        terms = List.copyOf(terms);
    }
}
