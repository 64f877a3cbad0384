import { doTask, type Job } from "./do-task";

/** What a thread of the pool runs for each piece of work. */
module.exports = (job: Job) => doTask(job);
