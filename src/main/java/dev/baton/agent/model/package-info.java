/** What does a language model make of a text, at what price, and is it fit to be shown? */
@NamedInterface("model")
@NullMarked
package dev.baton.agent.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
