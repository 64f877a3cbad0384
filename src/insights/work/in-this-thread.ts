import { type Work } from "../../graph/reckoned";
import { doTask } from "./do-task";
import { asFault } from "./fault";

/** Work done at once, where nobody else waits. */
export const inThisThread: Work = async (task, input) => {
  try {
    return doTask({ task, input });
  } catch (error) {
    throw asFault(error);
  }
};
