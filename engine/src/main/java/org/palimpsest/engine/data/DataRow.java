package org.palimpsest.engine.data;

/** One row of a data set. */
public sealed interface DataRow permits QuestionAnswer, PlainText {}
