/** What do we not know yet of a lead, and how is it asked? */
@NullMarked
package dev.baton.nurture.profile;

import org.jspecify.annotations.NullMarked;
