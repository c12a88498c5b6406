/** How does Microsoft Teams carry messages? */
@NamedInterface("teams")
package dev.baton.alert.teams;

import org.springframework.modulith.NamedInterface;
