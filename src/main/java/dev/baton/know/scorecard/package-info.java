/** Which points would have told best who goes on? Learned from a company's own outcomes. */
@NullMarked
package dev.baton.know.scorecard;

import org.jspecify.annotations.NullMarked;
