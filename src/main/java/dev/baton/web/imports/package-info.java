/** What does a person see of imports? */
@NullMarked
package dev.baton.web.imports;

import org.jspecify.annotations.NullMarked;
