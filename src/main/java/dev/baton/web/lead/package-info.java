/**
 * What does a person see of a lead? Its page, its list, its timeline, the page behind a mail's
 * link.
 */
@NullMarked
package dev.baton.web.lead;

import org.jspecify.annotations.NullMarked;
