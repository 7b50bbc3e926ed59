export { type AgentDependencies, agentStage } from './agent-stage.ts'
export { modelTermsOf } from './model-terms.ts'
export { summarise } from './summarise.ts'
