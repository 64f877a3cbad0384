// The editor reads this when it starts a worker. Each is a file of its own on this server.
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(WORKERS[label] ?? WORKERS.editor),
};
