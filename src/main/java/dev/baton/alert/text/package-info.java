/** In which words? Texts of messages as data, in the language of whoever reads them. */
@NamedInterface("text")
@NullMarked
package dev.baton.alert.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
