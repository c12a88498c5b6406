/** What do pages of a website tell? Our script, forms that post here, and the form that we host. */
@NullMarked
package dev.baton.connect.website;

import org.jspecify.annotations.NullMarked;
