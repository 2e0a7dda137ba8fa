/** How a judgement of a model looks, wherever one is given. */
package org.palimpsest.app.verdict;
