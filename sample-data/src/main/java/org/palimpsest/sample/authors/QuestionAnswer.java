package org.palimpsest.sample.authors;

/** A question and its answer: a row of the plain files. */
public record QuestionAnswer(String question, String answer) {}
