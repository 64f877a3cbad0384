/** Whether there is no room for a pane beside the editors; the stylesheet knows the same width. */
export const isNarrow = () => matchMedia("(max-width: 700px)").matches;
