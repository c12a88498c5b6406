/** How do people read figures? The pages of funnel and SLA with their charts. */
package dev.baton.web.figures;
