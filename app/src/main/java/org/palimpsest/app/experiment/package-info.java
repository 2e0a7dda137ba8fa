/** Setting a recipe up; its forms are made from cards. */
package org.palimpsest.app.experiment;
