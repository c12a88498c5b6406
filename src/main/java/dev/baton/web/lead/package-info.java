/**
 * What does a person see of a lead? Its page, its list, its timeline, the page behind a mail's
 * link.
 */
package dev.baton.web.lead;
