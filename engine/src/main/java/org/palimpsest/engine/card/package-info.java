/**
 * What a method, metric, probe or attack says of itself. Cards are JSON files in the {@code resources} module; everything
 * that names, explains or checks a setting (forms, command-line help, documentation, recipe validation) is made from them.
 */
package org.palimpsest.engine.card;
