/** Which leads are there for me? The list of leads with its filters and orders. */
@NullMarked
package dev.baton.web.lead.search;

import org.jspecify.annotations.NullMarked;
