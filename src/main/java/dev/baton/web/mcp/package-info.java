/** What may an assistant of the company's own ask? Reads over the Model Context Protocol. */
@NullMarked
package dev.baton.web.mcp;

import org.jspecify.annotations.NullMarked;
