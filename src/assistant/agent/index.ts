export { type AgentDependencies, agentStage } from './agent-stage.ts'
export { mayUseExternalModel, modelTermsOf } from './model-terms.ts'
