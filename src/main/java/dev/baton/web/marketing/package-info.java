/** What does marketing look at? Rejections, reviews and nurture. */
@NullMarked
package dev.baton.web.marketing;

import org.jspecify.annotations.NullMarked;
