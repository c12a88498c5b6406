/** What does marketing look at? Rejections, reviews and nurture. */
package dev.baton.web.marketing;
