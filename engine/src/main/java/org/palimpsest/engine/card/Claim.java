package org.palimpsest.engine.card;

/** One sentence of a card together with how far it can be trusted. */
public record Claim(Trust trust, String text) {}
