/** What does a person see of a company? */
@NullMarked
package dev.baton.web.account;

import org.jspecify.annotations.NullMarked;
