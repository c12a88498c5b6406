/** Who takes leads, on which terms? Pages for managers. */
package dev.baton.web.staff;
