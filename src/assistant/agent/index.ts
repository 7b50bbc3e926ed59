export { type AgentDependencies, agentStage } from './agent-stage.ts'
