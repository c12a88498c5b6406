/**
 * Which mails are there, how do they read, and what became of each? Templates of the tracks,
 * mailings and the links in them.
 */
@NamedInterface("mail")
@NullMarked
package dev.baton.nurture.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
