/** Which people and lives does the demo make up? */
@NullMarked
package dev.baton.demo.sample;

import org.jspecify.annotations.NullMarked;
